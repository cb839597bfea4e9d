import { stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ChangeList } from '../index';

export const TeamChangesCard = () => {
  const { entity } = useEntity();
  return (
    <InfoCard title="What we are about to break">
      <ChangeList
        query={{ owner: [stringifyEntityRef(entity)], status: ['announced'] }}
        empty="Nothing. Sleep well."
      />
    </InfoCard>
  );
};
