import type { Revision } from '@changeguard/backstage-plugin-changeguard-common';
import {
  announceLocalChange,
  PagedList,
} from '@changeguard/backstage-plugin-changeguard-react';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { useTexts } from '../../../hooks/useTexts';
import { EntityParams } from '../entityParams';
import { revisionName } from '../list/revisionName';
import { BaselineNotice } from './BaselineNotice';

/** Says what newer versions are compared with where that is not the newest revision, and lets owners change that. */
export const Baseline = (props: {
  list: PagedList<Revision>;
  params: EntityParams;
  maySet: boolean;
}) => {
  const { list, params, maySet } = props;
  const t = useTexts();
  const [set, setSet] = useState<Revision>();
  const newest = list.items.at(0);

  const onSet = (baseline: Revision) => {
    setSet(baseline);
    list.patch(one => (one.id === baseline.id ? baseline : one));
    announceLocalChange();
  };

  return (
    <div>
      {newest && !newest.comparable && (
        <BaselineNotice
          key={newest.id}
          newest={newest}
          baseline={list.items.find(({ comparable }) => comparable)}
          hasMore={list.hasMore}
          params={params}
          maySet={maySet}
          onSet={onSet}
        />
      )}
      <Typography variant="body2" role="status">
        {set &&
          set.id === newest?.id &&
          t('revisions.baseline.done', { name: revisionName(set) })}
      </Typography>
    </div>
  );
};
