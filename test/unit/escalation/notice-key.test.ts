import { describe, expect, it } from 'vitest';
import { noticeKey, noticeOfKey } from '../../../core/escalation/notice-key.ts';

const escalation = { id: 'HW-7K3M9QZX-E12', round: 3 };
const ids = { caseId: 'HW-7K3M9QZX', escalationId: 'HW-7K3M9QZX-E12' };

describe('the key of a notice', () => {
  it('names escalation, round, person and contact, and is read back', () => {
    const notice = { userId: 'ana-b', department: null, contactId: 'mail' };
    expect(noticeKey(escalation, notice)).toBe('HW-7K3M9QZX-E12#3#ana-b#mail');
    expect(noticeOfKey('HW-7K3M9QZX-E12#3#ana-b#mail')).toEqual({ ...ids, ...notice });
  });

  it('tells a department from a person of the same id', () => {
    const notice = { userId: null, department: 'legal', contactId: 'mail' };
    expect(noticeKey(escalation, notice)).toBe('HW-7K3M9QZX-E12#3#@legal#mail');
    expect(noticeOfKey('HW-7K3M9QZX-E12#3#@legal#mail')).toEqual({ ...ids, ...notice });
  });

  it.each([
    'HW-7K3M9QZX-P1#0#ana#mail',
    'HW-7K3M9QZX-E1#x#ana#mail',
    'HW-7K3M9QZX-E1#1##mail',
    'HW-7K3M9QZX-E1#1#ana',
    'HW-7K3M9QZX-E1#1#ana#mail#more',
    '01JABCDEF',
    '',
  ])('is not read from %j', (key) => {
    expect(noticeOfKey(key)).toBeNull();
  });
});
