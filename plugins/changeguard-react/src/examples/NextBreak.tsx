import { EffectiveDate, useSchemaChanges } from '../index';

const query = {
  status: ['announced' as const],
  sort: 'effectiveAt' as const,
  limit: 1,
};

export const NextBreak = () => {
  const { items, error } = useSchemaChanges(query);
  if (error) return <p>ChangeGuard cannot be asked: {error.message}</p>;
  if (items.length === 0) return null;
  return (
    <p>
      {items[0].title} breaks <EffectiveDate at={items[0].effectiveAt} />
    </p>
  );
};
