import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { speaksForDepartment } from '../../../core/consult/speaks-for-department.ts';
import {
  consultReplyAddress,
  parseConsultReplyAddress,
  parsePageReplyAddress,
  parseReplyAddress,
  replyAddress,
} from '../../../core/mail/threading.ts';

const mac = (purpose: string, text: string) =>
  createHmac('sha256', 'key').update(`${purpose}\0${text}`).digest('hex').slice(0, 26);
const caseId = 'HW-7K3M9QZX';
const consultId = '01JDABCDEFGHJKMNPQRSTVWXYZ';
const address = consultReplyAddress(caseId, consultId, 'desk.example', mac);

describe('the address at which a department answers', () => {
  it('names the question, whatever the letter case, and fits into the 64 octets of a local part', () => {
    expect(parseConsultReplyAddress(address, mac)).toEqual({ caseId, consultId });
    expect(parseConsultReplyAddress(address.toUpperCase(), mac)).toEqual({ caseId, consultId });
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is proof of nothing else, and nothing else is proof of it', () => {
    const other = consultId.replace('Z', 'Y');
    expect(
      parseConsultReplyAddress(address.replace(consultId.toLowerCase(), other.toLowerCase()), mac),
    ).toBeNull();
    expect(parseConsultReplyAddress(address.replace(/\.[^.@]+@/, '.@'), mac)).toBeNull();
    expect(parseConsultReplyAddress(replyAddress(caseId, 'desk.example', mac), mac)).toBeNull();
    expect(parseReplyAddress(address, mac)).toBeNull();
    expect(parsePageReplyAddress(address, mac)).toBeNull();
  });
});

describe('a sender', () => {
  it.each([
    ['payments@corp.example', true],
    ['Jo.Doe@CORP.example ', true],
    ['jo@corp.example.evil.example', false],
    ['jo@notcorp.example', false],
    ['corp.example', false],
    ['@corp.example', false],
    ['', false],
  ])('%s speaks for payments@corp.example: %s', (sender, speaks) => {
    expect(speaksForDepartment(sender, 'payments@corp.example')).toBe(speaks);
    expect(speaksForDepartment(sender, '')).toBe(false);
  });
});
