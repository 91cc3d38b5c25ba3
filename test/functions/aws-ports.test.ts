/** A deployed function gets a port by asking for it: nothing is read before, and what is missing is named. */
import { expect, test } from 'vitest';
import * as aws from '#functions/aws-ports.ts';

test('a port whose setting is missing names it, with an example, once it is asked for', () => {
  expect(() => aws.table.store()).toThrow(/^AWAY_TABLE must be .+ such as AWAY_TABLE=/);
  expect(() => aws.jobQueue.startJob()).toThrow('AWAY_JOB_QUEUE must be');
  expect(() => aws.email.mailer()).toThrow('AWAY_FROM must be');
});

test('a port that needs no setting is there without one', async () => {
  expect(aws.noMachine.executions()).toBeUndefined();
  expect(aws.ids.newId()()).not.toBe(aws.ids.newId()());
  const answer = aws.called(async () => async (day: string) => `read on ${day}`);
  expect(await answer('2027-03-02')).toBe('read on 2027-03-02');
});
