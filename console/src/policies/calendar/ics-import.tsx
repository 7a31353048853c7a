import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Holiday } from '../../../../core/calendar/holiday.ts';
import { Notice } from '../../feedback/notice.tsx';
import classes from '../policies.module.css';
import { findHolidays } from './found-holidays.ts';
import { holidayName, holidayWords } from './holiday-words.ts';

interface Props {
  readonly holidays: readonly Holiday[];
  readonly onAdd: (found: readonly Holiday[]) => void;
  readonly onCancel: () => void;
}

const largestBytes = 8 * 1024 * 1024;

/** A file is read in the browser, and what it holds is shown before anything is taken from it. */
export function IcsImport({ holidays, onAdd, onCancel }: Props) {
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const year = new Date().getFullYear();
  const [fromYear, setFromYear] = useState(String(year));
  const [toYear, setToYear] = useState(String(year + 1));
  const read = async (chosen: File | undefined) => {
    setFile(null);
    setProblem(null);
    if (chosen === undefined) return;
    if (chosen.size > largestBytes)
      return setProblem('the file is larger than 8 MiB; keep only the holidays in it');
    setFile({ name: chosen.name, text: await chosen.text() });
  };
  const years = [fromYear, toYear].every((text) => /^\d{4}$/.test(text));
  const found =
    file === null
      ? null
      : years
        ? findHolidays(file.text, { fromYear: Number(fromYear), toYear: Number(toYear) }, holidays)
        : 'write both years with four digits';
  return (
    <div className={classes.import}>
      <div className={classes.importFields}>
        <label className={classes.file}>
          Calendar file (.ics)
          <input
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
        </label>
        <TextInput
          label="From year"
          inputMode="numeric"
          value={fromYear}
          onChange={(event) => setFromYear(event.currentTarget.value)}
        />
        <TextInput
          label="To year"
          inputMode="numeric"
          value={toYear}
          onChange={(event) => setToYear(event.currentTarget.value)}
        />
      </div>
      {(problem ?? typeof found === 'string') && (
        <Notice tone="danger" title="The file cannot be taken">
          {problem ?? (typeof found === 'string' ? found : null)}
        </Notice>
      )}
      {Array.isArray(found) && <Found found={found} onAdd={onAdd} />}
      <Button variant="default" size="xs" onClick={onCancel}>
        Take nothing
      </Button>
    </div>
  );
}

interface FoundProps {
  readonly found: readonly { readonly holiday: Holiday; readonly isKnown: boolean }[];
  readonly onAdd: (found: readonly Holiday[]) => void;
}

function Found({ found, onAdd }: FoundProps) {
  const fresh = found.filter(({ isKnown }) => !isKnown).map(({ holiday }) => holiday);
  if (found.length === 0)
    return <p className="dim">The file has no event in these years. Choose other years.</p>;
  return (
    <>
      <ul className={classes.found} aria-label="Found in the file" tabIndex={0}>
        {found.map(({ holiday, isKnown }, index) => (
          // The same day may be in the file twice.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <span className="numbers">{holidayWords(holiday)}</span> {holidayName(holiday)}
            {isKnown && <span className="dim"> (is there already, not taken)</span>}
          </li>
        ))}
      </ul>
      <Button size="xs" disabled={fresh.length === 0} onClick={() => onAdd(fresh)}>
        {fresh.length === 0 ? 'All are there already' : `Add ${fresh.length} to the calendar`}
      </Button>
    </>
  );
}
