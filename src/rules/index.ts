// The registry. The order matters: of rules that explain the same facts of a statement the first one speaks,
// so what says more comes before what says less.
import { addCheck } from './add-check.ts';
import { addColumnCheck } from './add-column-check.ts';
import { addColumnDomain } from './add-column-domain.ts';
import { addColumnForeignKey } from './add-column-foreign-key.ts';
import { addColumnGenerated } from './add-column-generated.ts';
import { addColumnSerial } from './add-column-serial.ts';
import { addColumnUnique } from './add-column-unique.ts';
import { addColumnVolatileDefault } from './add-column-volatile-default.ts';
import { addExclusion } from './add-exclusion.ts';
import { addForeignKey } from './add-foreign-key.ts';
import { addPrimaryKey } from './add-primary-key.ts';
import { addRequiredColumn } from './add-required-column.ts';
import { addUnique } from './add-unique.ts';
import { alterDomain } from './alter-domain.ts';
import { attachPartition } from './attach-partition.ts';
import { autovacuumDisabled } from './autovacuum-disabled.ts';
import { backfillUnderLock } from './backfill-under-lock.ts';
import { concurrentIndexCorrupt } from './concurrent-index-corrupt.ts';
import { concurrentlyInTransaction } from './concurrently-in-transaction.ts';
import { createIndex } from './create-index.ts';
import { createTrigger } from './create-trigger.ts';
import { dataBesideSchema } from './data-beside-schema.ts';
import { deleteWithoutWhere } from './delete-without-where.ts';
import { dependsOnData } from './depends-on-data.ts';
import { detachPartition } from './detach-partition.ts';
import { disableTrigger } from './disable-trigger.ts';
import { domainWithConstraint } from './domain-with-constraint.ts';
import { dropAndAddColumn } from './drop-and-add-column.ts';
import { dropCascade } from './drop-cascade.ts';
import { dropColumn } from './drop-column.ts';
import { dropDatabase } from './drop-database.ts';
import { dropForRename } from './drop-for-rename.ts';
import { dropForeignKey } from './drop-foreign-key.ts';
import { dropIndex } from './drop-index.ts';
import { dropSchema } from './drop-schema.ts';
import { dropSequence } from './drop-sequence.ts';
import { dropTable } from './drop-table.ts';
import { enumValueRemoved } from './enum-value-removed.ts';
import { enumValueUsed } from './enum-value-used.ts';
import { extensionVersion } from './extension-version.ts';
import { failsOnRows } from './fails-on-rows.ts';
import { foreignKeyWithoutIndex } from './foreign-key-without-index.ts';
import { grantToPublic } from './grant-to-public.ts';
import { identifierTooLong } from './identifier-too-long.ts';
import { ifNotExistsConcurrently } from './if-not-exists-concurrently.ts';
import { indexLost } from './index-lost.ts';
import { lockTable } from './lock-table.ts';
import { mergeableAlters } from './mergeable-alters.ts';
import { missingLockTimeout } from './missing-lock-timeout.ts';
import { missingStatementTimeout } from './missing-statement-timeout.ts';
import { mixedWithoutTransaction } from './mixed-without-transaction.ts';
import { moveTable } from './move-table.ts';
import { notInTransaction } from './not-in-transaction.ts';
import { notRepeatable } from './not-repeatable.ts';
import { onDeleteUnsaid } from './on-delete-unsaid.ts';
import { policyChanged } from './policy-changed.ts';
import { preferBigintKey } from './prefer-bigint-key.ts';
import { preferIdentity } from './prefer-identity.ts';
import { preferJsonb } from './prefer-jsonb.ts';
import { preferLookupTable } from './prefer-lookup-table.ts';
import { preferText } from './prefer-text.ts';
import { preferTimestamptz } from './prefer-timestamptz.ts';
import { primaryKeyDropped } from './primary-key-dropped.ts';
import { redundantIndex } from './redundant-index.ts';
import { refreshMaterializedView } from './refresh-materialized-view.ts';
import { reindex } from './reindex.ts';
import { renameInUse } from './rename-in-use.ts';
import { replicaIdentity } from './replica-identity.ts';
import { rowSecurityDisabled } from './row-security-disabled.ts';
import { rowSecurityWithoutPolicy } from './row-security-without-policy.ts';
import { securityDefinerSearchPath } from './security-definer-search-path.ts';
import { setLogged } from './set-logged.ts';
import { setNotNull } from './set-not-null.ts';
import { setUnlogged } from './set-unlogged.ts';
import { severalTablesLocked } from './several-tables-locked.ts';
import { statementFails } from './statement-fails.ts';
import { statisticsLost } from './statistics-lost.ts';
import { superuserOnly } from './superuser-only.ts';
import { tableLockedOften } from './table-locked-often.ts';
import { tableWithoutPrimaryKey } from './table-without-primary-key.ts';
import { transactionControl } from './transaction-control.ts';
import { truncate } from './truncate.ts';
import { typeChangeRewrite } from './type-change-rewrite.ts';
import { typeChangeScan } from './type-change-scan.ts';
import { typeNarrowing } from './type-narrowing.ts';
import { uncommittedTransaction } from './uncommitted-transaction.ts';
import { unqualifiedName } from './unqualified-name.ts';
import { updateEveryRow } from './update-every-row.ts';
import { vacuumFull } from './vacuum-full.ts';
import { validateInSameTransaction } from './validate-in-same-transaction.ts';
import { volatileCheck } from './volatile-check.ts';
import { wideIndex } from './wide-index.ts';
import { workUnderLock } from './work-under-lock.ts';
import { workUnderOwnLock } from './work-under-own-lock.ts';
import type { Rule } from './rule.ts';

/** Every rule, the most exact first. */
export const rules: readonly Rule[] = [
  dropDatabase,
  concurrentlyInTransaction,
  notInTransaction,
  enumValueUsed,
  addRequiredColumn,
  enumValueRemoved,
  dependsOnData,
  failsOnRows,
  statementFails,
  dropSchema,
  dropAndAddColumn,
  dropForRename,
  dropTable,
  dropColumn,
  truncate,
  deleteWithoutWhere,
  dropCascade,
  typeNarrowing,
  setUnlogged,
  dropSequence,
  addColumnGenerated,
  addColumnSerial,
  addColumnVolatileDefault,
  addColumnDomain,
  typeChangeRewrite,
  setLogged,
  moveTable,
  vacuumFull,
  setNotNull,
  addCheck,
  addColumnCheck,
  addForeignKey,
  addColumnForeignKey,
  addUnique,
  addColumnUnique,
  addPrimaryKey,
  addExclusion,
  createIndex,
  reindex,
  typeChangeScan,
  attachPartition,
  refreshMaterializedView,
  alterDomain,
  validateInSameTransaction,
  backfillUnderLock,
  workUnderLock,
  workUnderOwnLock,
  updateEveryRow,
  mergeableAlters,
  detachPartition,
  lockTable,
  dropIndex,
  dropForeignKey,
  severalTablesLocked,
  createTrigger,
  disableTrigger,
  transactionControl,
  uncommittedTransaction,
  mixedWithoutTransaction,
  ifNotExistsConcurrently,
  identifierTooLong,
  volatileCheck,
  renameInUse,
  primaryKeyDropped,
  replicaIdentity,
  extensionVersion,
  securityDefinerSearchPath,
  rowSecurityDisabled,
  rowSecurityWithoutPolicy,
  grantToPublic,
  autovacuumDisabled,
  indexLost,
  concurrentIndexCorrupt,
  policyChanged,
  superuserOnly,
  missingLockTimeout,
  preferBigintKey,
  preferIdentity,
  preferJsonb,
  preferText,
  preferTimestamptz,
  tableWithoutPrimaryKey,
  foreignKeyWithoutIndex,
  missingStatementTimeout,
  statisticsLost,
  tableLockedOften,
  wideIndex,
  redundantIndex,
  onDeleteUnsaid,
  domainWithConstraint,
  notRepeatable,
  dataBesideSchema,
  unqualifiedName,
  preferLookupTable,
];
