import { definitionCheckPermission } from '@changeguard/backstage-plugin-changeguard-common';
import { useTexts } from '../../hooks/useTexts';
import { Restricted } from '../Restricted/Restricted';
import { Compare } from './Compare';

/** Two definitions in, what breaks out; nothing is stored. */
export const ComparePage = () => {
  const t = useTexts();
  return (
    <Restricted
      permission={definitionCheckPermission}
      loading={t('compare.loading')}
      title={t('compare.forbidden')}
      help={t('compare.forbiddenHelp')}
    >
      <Compare />
    </Restricted>
  );
};
