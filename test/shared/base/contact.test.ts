import { describe, expect, test } from 'vitest';
import { contactIn } from '#shared/base/contact.ts';
import { institutions, programs } from '#shared/world/programs/directory.ts';

const kindIn = (text: string) => contactIn(text)?.kind;

describe('a web address is found', () => {
  test.each([
    'Visit https://evil.example/win now',
    'HTTP://EVIL.EXAMPLE',
    'hxxp://evil.example',
    'hxxps : // evil',
    'see h t t p : / / evil',
    'javascript:alert(1)',
    'www evil',
    'www.evil.example',
    'evil.com',
    'Evil.Com',
    'x.com',
    'X.Com',
    't.co/abc',
    'bit.ly/3xYz',
    'evil.example/path?q=1',
    'my-shop.photography',
    'Anna evil.travel',
    'evil.co.uk',
    'evil . example . com',
    'evil .com',
    'evil . com',
    'evil. com',
    'evil .tokyo',
    'evil[.]com',
    'evil (.) com',
    'evil{dot}com',
    'evil [dot] example',
    'evil dot com',
    'evil DOT org',
    'evil-dot-com',
    'evil,com',
    'evil·com',
    'evil*com',
    'evil.c o m',
    'ｅｖｉｌ．ｃｏｍ',
    'evil。com',
    'evil｡com',
    'evil․com',
    'evil\u200b.\u200bcom',
    'ev\u00adil.com',
    'e\u2060vil\u2060.co\u200dm',
    'müller.de',
    'пример.рф',
    '例え。テスト',
    'xn--e1afmkfd.xn--p1ai',
    'evil.com.',
    '(evil.com)',
    'evil.com-free',
    'Dr. Wren, evil.com',
    '192.0.2.7',
    '192 . 0 . 2 . 7',
    'e v i l . c o m',
    'e.v.i.l.c.o.m',
    'evil٫com',
  ])('%j', (text) => {
    expect(kindIn(text)).toBe('web address');
  });
});

describe('an email address is found', () => {
  test.each([
    'mallory@evil.example',
    'MALLORY@EVIL',
    'mallory ＠evil.example',
    'mallory[at]evil',
    'mallory (at) evil (dot) example',
    'follow @mallory',
    'mallory at gmail',
    'mallory AT evil DOT example',
    'mallory -at- evil -dot- health',
    'mallory |at| evil',
    'mailto me',
    'mal\u200blory@ev\u200bil.example',
  ])('%j', (text) => {
    expect(kindIn(text)).toBe('email address');
  });
});

describe('a phone number is found', () => {
  test.each([
    '+1 555 0100',
    '+1 (212) 555-0100',
    'call +1 555',
    'call 5550',
    'Call me: 555-0100',
    '(0)20 7946 0000',
    '0044 20 7946 0000',
    '01.23.45.67.89',
    '555.0100.22',
    '5 5 5 0 1 0 0',
    '５５５－０１００',
    '٥٥٥٠١٠٠',
    '5\u200b5\u200b5\u200b0\u200b1\u200b0\u200b0',
    '212/555/0100',
    'five five five oh one oh oh',
    'tel:5550100',
    'WhatsApp 555 010',
    '+49 2027-11-01 55',
    '1-800-FLOWERS',
    'Dial 888 CALL NOW',
  ])('%j', (text) => {
    expect(kindIn(text)).toBe('phone number');
  });
});

describe('words stay', () => {
  test.each([
    '14 cases in 4 weeks',
    '3-5 cases a day',
    'PGY-2',
    'PGY-2 and PGY-3 residents, 24/7',
    'Dr. Osei',
    'U.S.',
    'a U.S. citizen',
    'St. Mary’s',
    "St. Mary's",
    'Kantonsspital St.Gallen',
    'A.B. Smith',
    'A.B.Smith',
    'Md.Rahim Uddin',
    'Ma.Theresa Cruz',
    'Mrs.Lee at Sta.Maria',
    'She sat at 8 and saw a polka dot pattern',
    'J.Smith, M.D., Ph.D., F.R.C.R., B.Sc.',
    'Prof. Dr. Anna-Lena Müller',
    'No. 5',
    'Room No.5',
    '24/7',
    '8:00 to 17:00',
    '8.30-16.30',
    'from 2027-11-01 to 2027-11-26',
    '11/01/2027 - 11/26/2027',
    'AY 2026-27, then 2027/28',
    '8/3/27-8/28/27',
    'I saw it...and learned, day//night',
    '03/08/2027 – 28/08/2027',
    '800 CT scans and 888 MRIs',
    '2026-2027',
    'on call 12 nights in 2027',
    'on call 2027',
    'Scrubbed in on 12 TIPS, 30 ports, and 9 Y-90 cases',
    'We saw it. In July she led rounds. Net result: 40 reads.',
    '1.Read films 2.Wrote notes',
    '• read films • wrote notes',
    '4 weeks @ Yale',
    'grew 2.5 cm, then 3.5mm at 1.5T',
    'e.g. TIPS, i.e. a shunt, at 7 a.m.',
    'quantum dot imaging',
    'one, two, or three cases a day',
    '1,000 studies and 10,500 images',
    'Sun Yat-sen (Guangzhou) ~ 中山大学',
    'محمد علي',
    'Washington D.C.',
    'S.p.A. Hospital, Inc.',
  ])('%j', (text) => {
    expect(contactIn(text)).toBeUndefined();
  });

  test('of every host and program in the directory', () => {
    const names = [...institutions(), ...programs()].map(({ name }) => name);
    expect(names.filter(contactIn)).toEqual([]);
  });
});

test('a very long text of one part again and again comes to an end', () => {
  const parts = ['a.', '1 ', 'a .', 'dot ', '(', '+1', 'one ', '@ ', '19', 'a-'];
  const found = parts.filter((part) => contactIn(part.repeat(2000)) !== undefined);
  expect(found).toEqual(['1 ', '+1', 'one ', '19']);
});
