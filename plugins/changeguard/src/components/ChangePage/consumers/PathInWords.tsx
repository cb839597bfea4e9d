import { CatalogStep } from '@changeguard/backstage-plugin-changeguard-common';
import { EntityName } from '@changeguard/backstage-plugin-changeguard-react';
import { Fragment } from 'react';
import { Texts, useTexts } from '../../../hooks/useTexts';

const relations = [
  'consumesApi',
  'dependsOn',
  'providesApi',
  'partOf',
  'hasPart',
  'apiProvidedBy',
  'apiConsumedBy',
  'dependencyOf',
] as const;

function verb(type: string, t: Texts): string {
  const known = relations.find(relation => relation === type);
  return known
    ? t(`changePage.consumers.relation.${known}`)
    : t('changePage.consumers.relation.other', { type });
}

/** A catalog path as a sentence: "checkout-web consumes cart-api, which depends on orders-db". */
export const PathInWords = (props: { path: CatalogStep[] }) => {
  const { path } = props;
  const t = useTexts();

  return (
    <>
      {path.map((step, index) => (
        <Fragment key={`${step.from} ${step.to}`}>
          {index === 0 ? (
            <EntityName entityRef={step.from} />
          ) : (
            t('changePage.consumers.then')
          )}{' '}
          {verb(step.type, t)} <EntityName entityRef={step.to} />
        </Fragment>
      ))}
    </>
  );
};
