import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  rulePageUrl,
  schemaFormats,
} from '@changeguard/backstage-plugin-changeguard-common';

/** A rule by its id, with the way to its page where the portal says where such pages are. Rules of formats that modules add have none. */
export const RuleName = (props: { format: string; rule: string }) => {
  const { format, rule } = props;
  const template = useApi(configApiRef).getOptionalString(
    'changeguard.detection.ruleDocsUrl',
  );
  const hasPage = schemaFormats.some(id => id === format && id !== 'other');
  const page =
    template && hasPage ? rulePageUrl(template, { format, rule }) : undefined;

  return page ? (
    <Link to={page} underline="always">
      {rule}
    </Link>
  ) : (
    <>{rule}</>
  );
};
