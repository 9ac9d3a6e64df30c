// Numbers of every type, within what is needed of them.
import { numberOf, timeOf, type Need } from './needs.ts';
import type { Make, Making, Value } from './value.ts';

/** The ends of what is needed of a number, as far as the type goes. */
export function integer(greatest: number): Make {
  return (n, { need }) => {
    const whole = stepped(n, need, {
      step: 1,
      least: -greatest,
      most: greatest,
      plain: n % greatest,
    });
    return whole === undefined ? undefined : String(whole);
  };
}

interface Steps {
  readonly step: number;
  readonly least: number;
  readonly most: number;
  /** What it would be if nothing were needed. */
  readonly plain: number;
}

/** Row `n` of the numbers that are within what is needed, a step from one to the next. */
function stepped(
  n: number,
  need: Need,
  { step, least, most, plain: usual }: Steps,
): number | undefined {
  const avoided = new Set((need.without ?? []).map(Number));
  const low = endOf(need.least, step, 1) ?? null;
  const high = endOf(need.most, step, -1) ?? null;
  const fits = (value: number): boolean =>
    value >= (low ?? least) && value <= (high ?? most) && !avoided.has(value);
  if (fits(usual)) return usual;
  const from = low ?? Math.min(0, high ?? 0);
  const to = high ?? most;
  const count = Math.max(Math.floor((to - from) / step + 1e-9) + 1, 0);
  for (let at = n; at < n + Math.min(count, 40); at += 1) {
    const value =
      low === null && high !== null ? high - (at % 1000) * step : from + (at % count) * step;
    if (fits(value)) return value;
  }
  return undefined;
}

function endOf(bound: Need['least'], step: number, direction: 1 | -1): number | null {
  const value = bound && (numberOf(bound.text) ?? timeOf(bound.text));
  if (value === undefined || value === null) return null;
  const whole = step === 1 ? (direction === 1 ? Math.ceil(value) : Math.floor(value)) : value;
  return bound?.strict === true && whole === value ? whole + direction * step : whole;
}

/** `numeric(12, 2)`: 7.07, and never more digits than there is room for. */
export function numeric(n: number, { need, modifier }: Making): Value {
  const { precision, scale } = numericSize(modifier);
  const step = 10 ** -Math.min(scale, 6);
  const most = 10 ** Math.min(precision - scale, 15) - step;
  const usual = most < n ? (n * step) % most : n + (scale > 0 ? (n % 10) * step : 0);
  const value = stepped(n, need, { step, least: -most, most, plain: usual });
  return value?.toFixed(Math.max(Math.min(scale, 6), 0));
}

/** Precision and scale of a numeric's modifier. */
export function numericSize(modifier: number): { precision: number; scale: number } {
  if (modifier < 4) return { precision: 30, scale: 2 };
  const packed = modifier - 4;
  const scale = packed & 0x7ff;
  return { precision: (packed >> 16) & 0xffff, scale: scale > 1023 ? scale - 2048 : scale };
}
