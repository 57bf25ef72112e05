import { BRANCHES, REGIONS } from '#libs/registry';
import { byCode } from './trade-words/word.js';

/** Pieces stand under the register's branches and regions, so that a chamber, a centre and a buyer speak of the same shelf. */
export const branches = byCode(BRANCHES);
export const regions = byCode(REGIONS);
