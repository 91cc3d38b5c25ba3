import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  holdsStandard,
  holdsTypeform,
  secretOf,
  signStandard,
  signTypeform,
} from '#shared/exchange/webhook/signature.ts';

/** Kept, so that a run that failed can be run again. */
const SEEDED = { seed: 20_261_124, numRuns: 300 } as const;
const body = (text: string) => new TextEncoder().encode(text);
const secret = secretOf('the key of a story', 'school', 1);
const other = secretOf('the key of a story', 'school', 2);

describe('a Standard Webhooks signature', () => {
  test('is the one that the specification’s own library makes', () => {
    // libraries/javascript/src/webhook.test.ts, "sign function works", of standard-webhooks/standard-webhooks.
    const bytes = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
    const of = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330' };
    expect(signStandard({ bytes }, of, body('{"test": 2432232314}'))).toBe(
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    );
  });

  test('holds among others, in one header', () => {
    const of = { id: 'm', timestamp: '1' };
    const signature = `v2,AAAA v1,BBBB ${signStandard(other, of, body('{}'))}`;
    expect(holdsStandard([secret, other], { ...of, signature }, body('{}'))).toBe(true);
    expect(holdsStandard([secret], { ...of, signature }, body('{}'))).toBe(false);
  });

  test('holds for what was signed, and for nothing that differs in anything', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(text, text, text, text, fc.nat(3), (id, timestamp, sent, changed, part) => {
        const of = { id, timestamp };
        const signature = signStandard(secret, of, body(sent));
        expect(holdsStandard([secret], { ...of, signature }, body(sent))).toBe(true);
        const forged = [
          { id: changed, timestamp, signature, sent },
          { id, timestamp: changed, signature, sent },
          { id, timestamp, signature: changed, sent },
          { id, timestamp, signature, sent: changed },
        ][part] as { id: string; timestamp: string; signature: string; sent: string };
        const isSame =
          `${forged.id}.${forged.timestamp}.${forged.sent}` === `${id}.${timestamp}.${sent}` &&
          forged.signature === signature;
        expect(holdsStandard([secret], forged, body(forged.sent))).toBe(isSame);
      }),
      SEEDED,
    );
  });

  test('that is any text at all never throws and never holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (signature) => {
        expect(holdsStandard([secret], { id: 'm', timestamp: '1', signature }, body('{}'))).toBe(
          false,
        );
        expect(holdsTypeform([secret], signature, body('{}'))).toBe(false);
      }),
      SEEDED,
    );
  });
});

test('a Typeform signature holds for its bytes and secret only', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.uint8Array({ maxLength: 200 }),
      (sent, changed) => {
        const signature = signTypeform(secret, sent);
        expect(holdsTypeform([other, secret], signature, sent)).toBe(true);
        expect(holdsTypeform([other], signature, sent)).toBe(false);
        expect(holdsTypeform([secret], signature, changed)).toBe(
          Buffer.compare(sent, changed) === 0,
        );
      },
    ),
    SEEDED,
  );
});
