// Turns the few statements whose TypeScript can't be erased (decorators, parameter properties,
// namespaces, nested enums) into JavaScript, and keeps the place each piece of it was written at.
import { ts } from 'ts-morph';

/** JavaScript made of one statement. */
export interface Lowered {
  readonly sourceFile: ts.SourceFile;
  /** The offset in the statement's own text that an offset of the JavaScript came from. */
  originOf(offset: number): number;
}

/** The statement's text, as TypeScript's own compiler writes it. */
export function lowerStatement(text: string, legacyDecorators: boolean): Lowered {
  const { outputText, sourceMapText } = ts.transpileModule(text, {
    fileName: 'statement.ts',
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: legacyDecorators,
      verbatimModuleSyntax: true,
      preserveConstEnums: true,
      sourceMap: true,
    },
  });
  const code = outputText.replace(/^\/\/# sourceMappingURL.*$/m, '');
  const kind = ts.ScriptKind.JS;
  const sourceFile = ts.createSourceFile('lowered.js', code, ts.ScriptTarget.ESNext, true, kind);
  const original = ts.createSourceFile('statement.ts', text, ts.ScriptTarget.ESNext);
  const rows = decodeMappings(sourceMapText ?? '');
  return {
    sourceFile,
    originOf(offset) {
      const { line, character } = sourceFile.getLineAndCharacterOfPosition(offset);
      const row = rows[line] ?? [];
      const found = row.findLast((segment) => segment.column <= character) ?? row[0];
      if (found === undefined) return 0;
      return original.getPositionOfLineAndCharacter(found.line, found.originalColumn);
    },
  };
}

interface Segment {
  readonly column: number;
  readonly line: number;
  readonly originalColumn: number;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Rows of a source map (https://tc39.es/ecma426/#sec-mappings), one for each line. */
function decodeMappings(sourceMap: string): Segment[][] {
  const match = /"mappings":"([^"]*)"/.exec(sourceMap);
  let [line, originalColumn] = [0, 0];
  return (match?.[1] ?? '').split(';').map((row) => {
    let column = 0;
    return row.split(',').flatMap((segment) => {
      const [columns, , lines, originalColumns] = decodeNumbers(segment);
      if (columns === undefined || lines === undefined || originalColumns === undefined) return [];
      column += columns;
      line += lines;
      originalColumn += originalColumns;
      return [{ column, line, originalColumn }];
    });
  });
}

function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits >= 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}
