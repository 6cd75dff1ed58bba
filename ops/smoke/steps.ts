import { answerAlerts } from './steps/answer-alerts.ts';
import { blockBuyer } from './steps/block-buyer.ts';
import { closeShop } from './steps/close-shop.ts';
import { moveLists } from './steps/move-lists.ts';
import { openShop } from './steps/open-shop.ts';
import type { Step } from './step.ts';

export const steps: readonly Step[] = [...openShop, ...moveLists, ...blockBuyer, ...answerAlerts, ...closeShop];

/** Functions that no step can reach, and why. */
export const unreachable: readonly string[] = [
  'coverage-step-consumer works where a block covers many accounts, or a link group changes under one',
  'outbox-sweeper runs by its schedule, and finds nothing while the stream works',
  'expired-block-cleaner waits for DynamoDB to delete an expired block',
  'rebuild mends what is wrong, when ops invoke it',
  'pre-token writes the claim of a token that was there before',
];
