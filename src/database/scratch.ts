// Scratch work: a transaction that is always rolled back, savepoints when nested.

/** The scratch function of a database handle, given how it executes SQL. */
export function scratchOver(
  exec: (sql: string) => Promise<void>,
): <T>(work: () => Promise<T>) => Promise<T> {
  let depth = 0;
  return async (work) => {
    const savepoint = `plumbline_scratch_${String(depth)}`;
    await exec(depth === 0 ? 'BEGIN' : `SAVEPOINT ${savepoint}`);
    depth++;
    try {
      return await work();
    } finally {
      depth--;
      await exec(
        depth === 0
          ? 'ROLLBACK'
          : `ROLLBACK TO SAVEPOINT ${savepoint}; RELEASE SAVEPOINT ${savepoint}`,
      );
    }
  };
}
