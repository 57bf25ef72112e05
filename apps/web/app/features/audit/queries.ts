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
}

export const auditQuery = graphql<{ auditTrail: { nodes: AuditLine[]; endCursor: string | null; hasNextPage: boolean } }, AuditSearch>(`
  query AuditTrail($after: String, $action: String, $subjectId: String, $accountId: ID) {
    auditTrail(first: 50, after: $after, action: $action, subjectId: $subjectId, accountId: $accountId) {
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
