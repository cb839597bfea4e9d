import {
  AffectedConsumer,
  SchemaChange,
} from '@changeguard/backstage-plugin-changeguard-common';
import { useAudience } from '../../../hooks/useAudience';
import { useTexts } from '../../../hooks/useTexts';
import { peopleBehind } from '../consumers/peopleBehind';
import { MoveName } from './moveNames';

/**
 * Says whom a move will tell. Announcing looks into the catalog; every other move tells the people behind the consumers that are
 * recorded, of whom only each team's number is known, so that figure is called approximate.
 */
export function useWhoHears(
  change: SchemaChange,
  consumers: readonly AffectedConsumer[] | undefined,
): (move: MoveName) => string {
  const t = useTexts();
  const looksAhead = change.may.moveTo.includes('announced');
  const audience = useAudience(looksAhead ? change.entityRef : undefined);
  const sentence = (
    key: 'tells' | 'tellsAbout',
    reached: { people: number; teams: number },
  ) => {
    if (reached.people === 0) return t('changePage.move.tellsNobody');
    const people = t('changePage.move.people', { count: reached.people });
    const teams = t('changePage.move.teams', { count: reached.teams });
    const whom = reached.teams
      ? t('changePage.move.peopleInTeams', { people, teams })
      : people;
    return t(`changePage.move.${key}`, { whom });
  };

  return move => {
    if (move === 'announce' || move === 'reopen') {
      if (audience.value) return sentence('tells', audience.value);
      return audience.error
        ? t('changePage.move.unknownAudience')
        : t('changePage.move.counting');
    }
    if (change.status === 'draft') return t('changePage.move.tellsNobody');
    if (!consumers) return t('changePage.move.counting');
    return sentence(
      'tellsAbout',
      peopleBehind(consumers.filter(({ left }) => !left)),
    );
  };
}
