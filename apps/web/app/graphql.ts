/** A query's text with the shape of its answer and of its variables, for whoever calls it. */
export interface Document<Answer, Input> {
  readonly text: string;
  /** Never set: carries the two types only. */
  readonly shapes?: { answer: Answer; input: Input };
}

export type NoInput = Readonly<Record<string, never>>;

export function graphql<Answer, Input = NoInput>(text: string): Document<Answer, Input> {
  return { text: text.trim() };
}
