import { index, type RouteConfig } from '@react-router/dev/routes';
export default [index('routes/first-visit.tsx')] satisfies RouteConfig;
