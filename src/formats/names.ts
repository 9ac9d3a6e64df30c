// The formats a report can be written in, by the name that options and inputs take, with what they are called.
export const formatLabels = {
  text: 'text',
  json: 'JSON',
  markdown: 'Markdown',
  sarif: 'SARIF',
  rdjson: 'rdjson',
  rdjsonl: 'rdjsonl',
  gitlab: 'GitLab code quality',
  junit: 'JUnit',
  github: 'workflow commands',
  patch: 'patch',
} as const;

export type FormatName = keyof typeof formatLabels;

export const formatNames = Object.keys(formatLabels) as readonly FormatName[];

/** A file to write the report to. */
export interface ReportFile {
  readonly format: FormatName;
  readonly path: string;
}

export function isFormatName(text: string): text is FormatName {
  return Object.hasOwn(formatLabels, text);
}

/** Reads `sarif=plumbline.sarif`; what is wrong is said as a text. */
export function reportFileOf(text: string): ReportFile | string {
  const [, format = '', path = ''] = /^([^=]*)=(.+)$/su.exec(text) ?? [];
  if (path.trim() === '') return 'must be FORMAT=FILE, such as sarif=plumbline.sarif';
  if (!isFormatName(format)) return `no such format: it is one of ${formatNames.join(', ')}`;
  return { format, path: path.trim() };
}
