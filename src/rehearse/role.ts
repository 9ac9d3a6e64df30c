// The role that a migration has taken on. What the rehearsal reads and clears away is its owner's business.
import type { Database, Row } from '../database/database.ts';
import { quoteIdentifier } from '../schema/identity.ts';

/** Who statements run as: `session_user`, and what SET ROLE made of it (`none` for nothing). */
export interface Role {
  readonly session: string;
  readonly role: string;
}

/** What to select of the role in force. */
export const ROLE = `session_user::text as session, current_setting('role') as role`;

/** Does work as the owner, who began the session, and takes on again what the migration had taken on. */
export async function asOwner<T>(
  db: Database,
  { owner, inside }: { readonly owner: string; readonly inside: boolean },
  work: () => Promise<T>,
): Promise<T> {
  const [now] = await db.query<Role & Row>(`select ${ROLE}`);
  if (now === undefined) return work();
  const set = inside ? 'set local' : 'set';
  const other = now.session !== owner;
  // By its name: the embedded server knows no default that it could go back to.
  await db.exec(
    `${set} ${other ? `session authorization ${quoteIdentifier(owner)}` : 'role none'}`,
  );
  const result = await work();
  const again = [
    ...(other ? [`${set} session authorization ${quoteIdentifier(now.session)}`] : []),
    ...(now.role === 'none' ? [] : [`${set} role ${quoteIdentifier(now.role)}`]),
  ];
  await db.exec(again.join('; '));
  return result;
}

/** The statements by which the session's user is its owner again, whatever a migration has set. */
export function leaving(owner: string): string {
  return `set session authorization ${quoteIdentifier(owner)}; reset role`;
}
