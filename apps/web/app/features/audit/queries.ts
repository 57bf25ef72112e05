import { graphql } from '../../graphql.js';

export interface AuditLine {
  id: string;
  at: string;
  accountId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string;
  /** JSON. */
  detail: string;
}

export interface AuditSearch {
  after: string | null;
  action: string | null;
  subjectId: string | null;
  accountId: string | null;
  from: string | null;
  until: string | null;
  sort: 'NEWEST' | 'OLDEST';
}

export const auditQuery = graphql<{ auditTrail: { nodes: AuditLine[]; endCursor: string | null; hasNextPage: boolean } }, AuditSearch>(`
  query AuditTrail($after: String, $action: String, $subjectId: String, $accountId: ID, $from: String, $until: String, $sort: AuditSort!) {
    auditTrail(first: 50, after: $after, action: $action, subjectId: $subjectId, accountId: $accountId, from: $from, until: $until, sort: $sort) {
      nodes {
        id
        at
        accountId
        actorName
        action
        subjectType
        subjectId
        detail
      }
      endCursor
      hasNextPage
    }
  }
`);
