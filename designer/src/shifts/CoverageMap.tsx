import { useTranslation } from 'react-i18next';
import { WEEK } from '../calendars/week-edits.ts';
import { weekdayName } from '../canvas/condition/WeekdaysInput.tsx';
import { HOURS } from './coverage.ts';

/** How many people work in each hour of the week: darker where more do; the number on hover and to screen readers. */
export function CoverageMap({ counts }: { readonly counts: readonly (readonly number[])[] }) {
  const { t, i18n } = useTranslation();
  const most = Math.max(1, ...counts.flat());
  return (
    <div className="coverage-scroll">
      <table className="coverage alur-number" aria-labelledby="shifts-coverage">
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col">
                {hour % 3 === 0 ? hour : <span className="coverage-hidden">{hour}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {WEEK.map((weekday, row) => (
            <tr key={weekday}>
              <th scope="row">{weekdayName(weekday, i18n.language, 'short')}</th>
              {HOURS.map((hour) => {
                const count = counts[row]?.[hour] ?? 0;
                return (
                  <td
                    key={hour}
                    title={t('shifts.coverageAt', {
                      count,
                      day: weekdayName(weekday, i18n.language, 'long'),
                      hour,
                      next: hour + 1,
                    })}
                    style={{ '--share': count / most } as Record<string, number>}
                    data-none={count === 0 || undefined}
                  >
                    {count}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
