import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';
import type { Criterion, EnrolmentState } from './queries.js';

/** The centres an inspector works at. */
export const myCentresQuery = graphql<{ me: { roles: string[]; memberships: { kind: string; organisationId: string }[] } | null; centres: (Named & { id: string; regionCode: string; productTypes: string[] })[] }>(`
  query MyCentres {
    me {
      roles
      memberships {
        kind
        organisationId
      }
    }
    centres {
      id
      en
      fr
      ar
      regionCode
      productTypes
    }
  }
`);

export interface RollLine {
  id: string;
  state: EnrolmentState;
  artisan: { id: string; nameLatin: string | null; nameArabic: string | null };
  daysPresent: string[];
  daysAbsent: string[];
  results: { code: string; met: boolean }[];
  completionNumber: string | null;
}

export interface RollSearch {
  sessionId: string;
  after: string | null;
  states: EnrolmentState[] | null;
  query: string | null;
  sort: 'ASKED' | 'NAME';
}

export const rollQuery = graphql<{ trainingRoll: { nodes: RollLine[]; endCursor: string | null; hasNextPage: boolean } }, RollSearch>(`
  query TrainingRoll($sessionId: ID!, $after: String, $states: [EnrolmentState!], $query: String, $sort: RollOrder) {
    trainingRoll(sessionId: $sessionId, first: 100, after: $after, states: $states, query: $query, sort: $sort) {
      nodes {
        id
        state
        artisan {
          id
          nameLatin
          nameArabic
        }
        daysPresent
        daysAbsent
        results {
          code
          met
        }
        completionNumber
      }
      endCursor
      hasNextPage
    }
  }
`);

export interface SessionInput {
  id: string;
  centreId: string;
  programme: string;
  titleEn: string;
  titleFr: string;
  titleAr: string;
  trainer: string;
  place: string;
  regionCode: string;
  startsOn: string;
  endsOn: string;
  seats: number;
  attendancePercent: number;
  branches: string[];
  regions: string[];
  forWomen: boolean;
  forYouth: boolean;
  criteria: Criterion[];
}

export const saveSessionMutation = graphql<{ saveTrainingSession: { id: string } }, { input: SessionInput }>(`
  mutation SaveTrainingSession($input: TrainingSessionInput!) {
    saveTrainingSession(input: $input) {
      id
    }
  }
`);

export const rollMutation = graphql<{ callTrainingRoll: { id: string } }, { input: { sessionId: string; day: string; present: string[]; among: string[] } }>(`
  mutation CallTrainingRoll($input: CallRollInput!) {
    callTrainingRoll(input: $input) {
      id
    }
  }
`);

export const assessMutation = graphql<{ assessTraining: { id: string } }, { input: { id: string; enrolmentId: string; met: string[]; note: string | null } }>(`
  mutation AssessTraining($input: AssessTrainingInput!) {
    assessTraining(input: $input) {
      id
    }
  }
`);

export const closeTrainingMutation = graphql<{ closeTraining: { id: string } }, { sessionId: string }>(`
  mutation CloseTraining($sessionId: ID!) {
    closeTraining(sessionId: $sessionId) {
      id
    }
  }
`);

export const cancelTrainingMutation = graphql<{ cancelTraining: { id: string } }, { sessionId: string; reason: string }>(`
  mutation CancelTraining($sessionId: ID!, $reason: String!) {
    cancelTraining(sessionId: $sessionId, reason: $reason) {
      id
    }
  }
`);
