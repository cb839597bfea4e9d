import { Place } from '../model/Relation';
import { Report } from './Report';

/** What a comment such as `Deprecated since 2025-09-01, sunset 2026-03-01: use customer_id` announces. */
export function announcementIn(
  comment: string | null,
): { sunset: string | null } | null {
  if (!comment || !/\bdeprecated\b/i.test(comment)) return null;
  const [, sunset = null] =
    /\bsunset\b[\s:]*(?:on\s+)?(\d{4}-\d{2}-\d{2})\b/i.exec(comment) ?? [];
  return { sunset };
}

/** Something that is not there any more: no break where its end was announced and the day has come. */
export function stateRemoval(
  report: Report,
  rule: string,
  path: string,
  removed: { comment: string | null; text: string; place: Place },
): void {
  const sunset = announcementIn(removed.comment)?.sunset ?? null;
  const isOver = sunset !== null && new Date(sunset) <= report.now;
  report.state(isOver ? 'removed-after-sunset' : rule, path, {
    before: removed.text,
    beforePlace: removed.place,
    details: { sunset: sunset ?? '' },
  });
}

/** Says when a comment begins or ceases to announce an end. */
export function checkAnnouncement(
  report: Report,
  path: string,
  old: { comment: string | null; place: Place },
  now: { comment: string | null; place: Place },
): void {
  const before = announcementIn(old.comment);
  const after = announcementIn(now.comment);
  const places = { beforePlace: old.place, afterPlace: now.place };
  const words = (sunset: string | null) => sunset ?? 'no date';
  if (!before && after) {
    report.state('deprecation-announced', path, {
      ...places,
      after: words(after.sunset),
    });
  } else if (before && !after) {
    report.state('deprecation-withdrawn', path, {
      ...places,
      before: words(before.sunset),
    });
  } else if (before && after && before.sunset !== after.sunset) {
    report.state('sunset-changed', path, {
      ...places,
      before: words(before.sunset),
      after: words(after.sunset),
    });
  }
}
