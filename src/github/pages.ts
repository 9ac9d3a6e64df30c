// Lists of GitHub's GraphQL API, page after page.
import type { Api } from './api.ts';

/** One page of a list. */
export interface Page<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Node[];
}

interface Question<Answer> {
  /** A document that takes `$after`. */
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The list in an answer; null ends it. */
  readonly listIn: (answer: Answer) => Page<unknown> | null;
}

/** The answers to one question, a page each, as long as somebody wants the next one. */
export async function* pagesOf<Answer>(
  api: Api,
  { query, variables, listIn }: Question<Answer>,
): AsyncGenerator<Answer, void, void> {
  let after: string | null = null;
  for (;;) {
    const answer: Answer = await api.graphql<Answer>(query, { ...variables, after });
    yield answer;
    const list = listIn(answer);
    const next = list?.pageInfo.hasNextPage === true ? list.pageInfo.endCursor : null;
    // From where it began it would never end.
    if (next === null || next === after) return;
    after = next;
  }
}
