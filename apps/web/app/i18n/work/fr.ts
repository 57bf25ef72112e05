import audit from './audit.fr.json';
import workshop from './workshop.fr.json';
import register from './register.fr.json';
import quality from './quality.fr.json';
import clusters from './clusters.fr.json';
import exporting from './export.fr.json';
import statistics from './statistics.fr.json';

/** One file a desk for translators, one download for a browser. */
export default { ...workshop, ...register, ...quality, ...clusters, ...exporting, ...statistics, ...audit };
