// The command that writes what is missing, as a person copies it into a shell.

/** For one project, or for all; whatever its id holds, a shell takes it for one word. */
export function fixCommand(project: string | null): string {
  const command = 'npx plumbline makemigrations';
  return project === null ? command : `${command} --project ${shellWord(project)}`;
}

/** Ids may be names of directories, which anybody chooses who opens a pull request. */
function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
