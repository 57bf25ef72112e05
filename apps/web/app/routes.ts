import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes';

/** Every page lives under its language, so that an address always reads the same to whoever opens it. */
export default [
  index('routes/first-visit.tsx'),
  route('take-home/:key', 'routes/take-home-code.tsx'),
  route(':lang', 'routes/language.tsx', [
    layout('routes/shop-layout.tsx', [
      index('routes/home.tsx'),
      route('p/:slug', 'routes/product.tsx'),
      route('makers/:id', 'routes/maker.tsx'),
      route('basket', 'routes/basket.tsx'),
      route('preferences', 'routes/preferences.tsx'),
    ]),
    layout('routes/orders-layout.tsx', [
      route('quote', 'routes/quote-request.tsx'),
      route('take-home/:key', 'routes/take-home.tsx'),
      route('checkout', 'routes/checkout.tsx'),
      route('checkout/return', 'routes/checkout-return.tsx'),
      route('track/:key', 'routes/track.tsx'),
      route('orders', 'routes/orders.tsx'),
      route('orders/:id', 'routes/order.tsx'),
      route('certificate', 'routes/certificate-find.tsx'),
      route('certificate/:number', 'routes/certificate.tsx'),
      route('sign-in', 'routes/sign-in.tsx'),
      route('sign-up', 'routes/sign-up.tsx'),
      route('sign-out', 'routes/sign-out.tsx'),
      route('account', 'routes/account.tsx'),
      route('prices', 'routes/prices.tsx'),
    ]),
    layout('routes/work-layout.tsx', [
      ...prefix('workshop', [
        index('routes/workshop/home.tsx'),
        route('new', 'routes/workshop/new-piece.tsx'),
        route('outbox', 'routes/workshop/outbox.ts'),
        route('pieces/:id', 'routes/workshop/piece.tsx'),
        route('pieces/:id/stall', 'routes/workshop/stall.tsx'),
        route('orders/:id', 'routes/workshop/order.tsx'),
        route('story', 'routes/workshop/story.tsx'),
        route('money', 'routes/workshop/money.tsx'),
        route('sharing', 'routes/workshop/sharing.tsx'),
        route('claim', 'routes/workshop/claim.tsx'),
      ]),
      ...prefix('clusters', [
        index('routes/clusters/home.tsx'),
        route(':id/members', 'routes/clusters/members.tsx'),
        route(':id/offers', 'routes/clusters/offers.tsx'),
        route(':id/lots', 'routes/clusters/lots.tsx'),
        route(':id/sales', 'routes/clusters/sales.tsx'),
      ]),
      ...prefix('inspection', [index('routes/inspection/queue.tsx'), route(':id', 'routes/inspection/inspection.tsx')]),
      ...prefix('register', [
        index('routes/register/search.tsx'),
        route('claims', 'routes/register/claims.tsx'),
        route('claims/:id', 'routes/register/claim.tsx'),
        route(':id', 'routes/register/artisan.tsx'),
      ]),
      ...prefix('export', [
        index('routes/export/consignments.tsx'),
        route('orders/:id', 'routes/export/file.tsx'),
        route('payouts', 'routes/export/payouts.tsx'),
      ]),
    ]),
    route('*', 'routes/nowhere.tsx'),
  ]),
  route('*', 'routes/nowhere.tsx', { id: 'nowhere-else' }),
] satisfies RouteConfig;
