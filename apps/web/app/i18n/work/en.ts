import audit from './audit.en.json';
import workshop from './workshop.en.json';
import register from './register.en.json';
import quality from './quality.en.json';
import clusters from './clusters.en.json';
import exporting from './export.en.json';
import statistics from './statistics.en.json';

/** One file a desk for translators, one download for a browser. */
export default { ...workshop, ...register, ...quality, ...clusters, ...exporting, ...statistics, ...audit };
