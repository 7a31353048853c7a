export interface FakePerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

export const people: readonly FakePerson[] = [
  { id: 'ana', name: 'Ana Ortiz', email: 'ana@desk.test', roles: ['agent'] },
  { id: 'ben', name: 'Ben Achterberg', email: 'ben@desk.test', roles: ['agent'] },
  { id: 'chidi', name: 'Chidi Okafor', email: 'chidi@desk.test', roles: ['lead'] },
  { id: 'dana', name: 'Dana Whitfield', email: 'dana@desk.test', roles: ['agent'] },
];

export const password = 'lighthouse';
