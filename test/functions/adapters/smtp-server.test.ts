import { describe, expect, test } from 'vitest';
import { smtpServerOf } from '#functions/adapters/smtp-server.ts';

describe('a mail server is named', () => {
  test('with TLS from the first byte, its login decoded', () => {
    expect(smtpServerOf('smtps://rotations%40school.org:p%2Fw@mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 465,
      secure: true,
      requireTLS: false,
      auth: { user: 'rotations@school.org', pass: 'p/w' },
    });
  });

  test('with STARTTLS required off this machine', () => {
    expect(smtpServerOf('smtp://mail.example.org')).toEqual({
      host: 'mail.example.org',
      port: 587,
      secure: false,
      requireTLS: true,
    });
  });

  test.each([
    'smtp://localhost:25',
    'smtp://127.0.0.1:25',
    'smtp://[::1]:25',
    'smtp://relay:25?requireTLS=false',
  ])('without TLS where nothing crosses a network, or where the URL says so: %s', (url) => {
    expect(smtpServerOf(url)).toMatchObject({ port: 25, requireTLS: false });
  });
});

describe('no mail server is named', () => {
  test.each([
    '',
    'mail.example.org',
    'http://mail.example.org',
    'smtp://',
    'smtp://a:secret@host:99999',
  ])('by %j, and the sentence repeats nothing of it', (url) => {
    expect(() => smtpServerOf(url)).toThrow(
      /^The mail server must be given as a URL such as [^ ]+$/,
    );
    expect(() => smtpServerOf(url)).not.toThrow(/secret/);
  });
});
