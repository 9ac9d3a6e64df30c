// What a copy may lack: the databases template0 and template1, half of its files.

/** Whether SQL may ask for them: only CREATE DATABASE does. */
export function mayNeedTemplates(sql: string): boolean {
  return /\bdatabase\b/i.test(sql);
}
