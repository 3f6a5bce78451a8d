export { deliverDue } from './deliver.ts';
export { printMovedFeed } from './feed.ts';
export { type FigureMove, findMovedFigures, moveSchema, sayMove } from './moves.ts';
export {
  addWebhook,
  countDelivered,
  type Delivery,
  findDeliveries,
  findWebhooks,
  removeWebhook,
  retryDelivery,
  type Webhook,
} from './webhooks.ts';
