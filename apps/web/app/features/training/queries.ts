import { graphql } from '../../graphql.js';
import type { Named } from '../certificate/queries.js';

export type TrainingState = 'OPEN' | 'CLOSED' | 'CANCELLED';
export type EnrolmentState = 'WAITING' | 'ENROLLED' | 'LEFT' | 'COMPLETED' | 'NOT_COMPLETED' | 'CANCELLED';

export interface Criterion extends Named {
  code: string;
}

export interface TrainingSession {
  id: string;
  centre: Named & { id: string };
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
  taken: number;
  waiting: number;
  attendancePercent: number;
  branches: string[];
  regions: string[];
  forWomen: boolean;
  forYouth: boolean;
  criteria: Criterion[];
  state: TrainingState;
  cancelReason: string | null;
}

const SESSION = `
  id
  centre {
    id
    en
    fr
    ar
  }
  programme
  titleEn
  titleFr
  titleAr
  trainer
  place
  regionCode
  startsOn
  endsOn
  seats
  taken
  waiting
  attendancePercent
  branches
  regions
  forWomen
  forYouth
  criteria {
    code
    en
    fr
    ar
  }
  state
  cancelReason
`;

/** Names of what a session's audience is said by. */
export interface AudienceWords {
  branches: (Named & { code: string })[];
  regions: (Named & { code: string })[];
}

const AUDIENCE = `
  branches {
    code
    en
    fr
    ar
  }
  regions {
    code
    en
    fr
    ar
  }
`;

export interface TrainingFilter {
  centreId?: string | null;
  branch?: string | null;
  regionCode?: string | null;
  forWomen?: boolean | null;
  forYouth?: boolean | null;
  states?: TrainingState[] | null;
  from?: string | null;
}

export interface SessionPage {
  nodes: TrainingSession[];
  endCursor: string | null;
  hasNextPage: boolean;
}

export const trainingsQuery = graphql<{ trainingSessions: SessionPage } & AudienceWords, { after: string | null; filter: TrainingFilter; sort: 'SOONEST' | 'LATEST' }>(`
  query Trainings($after: String, $filter: TrainingFilterInput, $sort: TrainingOrder) {
    trainingSessions(first: 24, after: $after, filter: $filter, sort: $sort) {
      nodes {
        ${SESSION}
      }
      endCursor
      hasNextPage
    }
    ${AUDIENCE}
  }
`);

export const trainingQuery = graphql<{ trainingSession: TrainingSession } & AudienceWords, { id: string }>(`
  query Training($id: ID!) {
    trainingSession(id: $id) {
      ${SESSION}
    }
    ${AUDIENCE}
  }
`);

export interface MyEnrolment {
  id: string;
  state: EnrolmentState;
  waitingPlace: number | null;
  completionNumber: string | null;
  session: Pick<TrainingSession, 'id' | 'titleEn' | 'titleFr' | 'titleAr' | 'startsOn' | 'endsOn' | 'place'>;
}

export interface EnrolmentSearch {
  first: number;
  after: string | null;
  states: EnrolmentState[] | null;
  /** Her place in one training. */
  sessionId: string | null;
  sort: 'NEWEST' | 'SOONEST' | 'LATEST';
}

export const myTrainingQuery = graphql<{ myTraining: { nodes: MyEnrolment[]; endCursor: string | null; hasNextPage: boolean } }, EnrolmentSearch>(`
  query MyTraining($first: Int!, $after: String, $states: [EnrolmentState!], $sessionId: ID, $sort: EnrolmentOrder) {
    myTraining(first: $first, after: $after, states: $states, sessionId: $sessionId, sort: $sort) {
      nodes {
        id
        state
        waitingPlace
        completionNumber
        session {
          id
          titleEn
          titleFr
          titleAr
          startsOn
          endsOn
          place
        }
      }
      endCursor
      hasNextPage
    }
  }
`);

export const joinMutation = graphql<{ joinTraining: { id: string } }, { input: { id: string; sessionId: string; artisanId: string | null } }>(`
  mutation JoinTraining($input: JoinTrainingInput!) {
    joinTraining(input: $input) {
      id
    }
  }
`);

export const leaveMutation = graphql<{ leaveTraining: { id: string } }, { enrolmentId: string }>(`
  mutation LeaveTraining($enrolmentId: ID!) {
    leaveTraining(enrolmentId: $enrolmentId) {
      id
    }
  }
`);

/** An officer knows a person by her number in the register. */
export const entryQuery = graphql<{ artisans: { nodes: { id: string; identifier: string }[] } }, { query: string }>(`
  query TrainingEntry($query: String!) {
    artisans(first: 2, filter: { query: $query }) {
      nodes {
        id
        identifier
      }
    }
  }
`);

export interface Completion {
  trainingCompletion: {
    number: string;
    genuine: boolean;
    issuedOn: string | null;
    assessorName: string | null;
    artisan: { nameLatin: string | null; nameArabic: string | null; regionCode: string } | null;
    session: (Pick<TrainingSession, 'titleEn' | 'titleFr' | 'titleAr' | 'programme' | 'startsOn' | 'endsOn' | 'place' | 'trainer' | 'criteria'> & { centre: Named }) | null;
  };
}

export const completionQuery = graphql<Completion, { number: string }>(`
  query TrainingCompletion($number: String!) {
    trainingCompletion(number: $number) {
      number
      genuine
      issuedOn
      assessorName
      artisan {
        nameLatin
        nameArabic
        regionCode
      }
      session {
        titleEn
        titleFr
        titleAr
        programme
        startsOn
        endsOn
        place
        trainer
        centre {
          en
          fr
          ar
        }
        criteria {
          code
          en
          fr
          ar
        }
      }
    }
  }
`);
