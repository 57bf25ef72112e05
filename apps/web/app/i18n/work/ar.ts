import audit from './audit.ar.json';
import workshop from './workshop.ar.json';
import register from './register.ar.json';
import quality from './quality.ar.json';
import clusters from './clusters.ar.json';
import exporting from './export.ar.json';
import statistics from './statistics.ar.json';

/** One file a desk for translators, one download for a browser. */
export default { ...workshop, ...register, ...quality, ...clusters, ...exporting, ...statistics, ...audit };
