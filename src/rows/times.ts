// Dates and times, within what is needed of them.
import { momentOf } from './looks.ts';
import { isWithin, timeOf } from './needs.ts';
import type { Make } from './value.ts';

export function temporal(spell: (milliseconds: number) => string): Make {
  return (n, { need, subject }) => {
    const usual = momentOf(n, subject.number);
    const low = need.least && timeOf(need.least.text);
    const high = need.most && timeOf(need.most.text);
    const within = (at: number): boolean => isWithin(need, spell(at));
    const step =
      low !== undefined && low !== null && typeof high === 'number'
        ? (high - low) / 400
        : 86_400_000;
    const start = low ?? (typeof high === 'number' ? high - 399 * step : usual);
    const close =
      low !== undefined && low !== null && need.near === true
        ? [low + 3_600_000, low + 86_400_000]
        : [];
    const tries = [
      usual,
      ...close,
      start + ((n % 398) + 1) * step,
      start + ((n % 200) + 0.5) * step,
      start,
    ];
    const found = tries.map((at) => truncate(at, need.truncated)).find(within);
    return found === undefined ? undefined : spell(found);
  };
}

function truncate(milliseconds: number, unit: string | undefined): number {
  if (unit === undefined) return milliseconds;
  const date = new Date(milliseconds);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const weekday = (date.getUTCDay() + 6) % 7;
  switch (unit) {
    case 'year':
      return Date.UTC(year, 0, 1);
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1);
    case 'month':
      return Date.UTC(year, month, 1);
    case 'week':
      return Date.UTC(year, month, day - weekday);
    case 'hour':
      return Date.UTC(year, month, day, date.getUTCHours());
    default:
      return unit === 'day'
        ? Date.UTC(year, month, day)
        : Math.floor(milliseconds / 60_000) * 60_000;
  }
}

export function clock(zone: string): Make {
  return (n, { need, subject }) => {
    const minutes = (n * 7 + subject.number) % 1440;
    const spell = (at: number): string =>
      `${two(Math.floor(at / 60))}:${two(at % 60)}:03.123456${zone}`;
    for (let at = minutes; at < minutes + 1440; at += 1) {
      if (isWithin(need, spell(at % 1440))) return spell(at % 1440);
    }
    return undefined;
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
