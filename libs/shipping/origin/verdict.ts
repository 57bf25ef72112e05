/** `review` goes to a person; `not_provable` may well be Moroccan, but nobody can show it yet. */
export type Originating = 'yes' | 'no' | 'not_provable' | 'review';

/** What makes a piece Moroccan. */
export type Criterion = 'signed' | 'moroccan_materials' | 'cumulation' | 'product_rule' | 'tolerance' | 'value';
