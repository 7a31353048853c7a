const office: [string, string][] = [['09:00', '17:00']];

/** The smallest promises that make sense, for the documentation. */
export const promisesExample = {
  calendars: { office: { timezone: 'Europe/London', hours: { mon: office, tue: office, wed: office } } },
  ladders: {},
  policies: [
    {
      id: 'standard',
      name: 'Ordinary cases',
      match: {},
      calendar: 'office',
      targets: { 'first-reply': { normal: 240 } },
      warnings: [50, 80],
      reopenGraceMinutes: 60,
    },
  ],
};
