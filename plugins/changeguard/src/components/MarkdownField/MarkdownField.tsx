import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { KeyboardEvent, useId, useState } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { Prose } from '../Prose/Prose';
import { MentionList } from './MentionList';
import { useMentions } from './useMentions';

const useStyles = makeStyles(
  theme => ({
    root: { position: 'relative' },
    tabs: { minHeight: 36, '& .MuiTab-root': { minHeight: 36, minWidth: 0 } },
    preview: {
      minHeight: 96,
      padding: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
    },
  }),
  { name: 'ChangeGuardMarkdownField' },
);

/** What a markdown field takes. */
export interface MarkdownFieldProps {
  id?: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  helperText?: string;
  error?: boolean;
  minRows?: number;
  /** Suggest people and teams while a mention is written. */
  mentions?: boolean;
  /** Called upon Ctrl+Enter or ⌘+Enter. */
  onSubmit?: () => void;
}

/** A text field for markdown: write on one tab, see it as others will on the other. */
export const MarkdownField = (props: MarkdownFieldProps) => {
  const { label, value, onChange, helperText, error, onSubmit } = props;
  const classes = useStyles();
  const t = useTexts();
  const ownId = useId();
  const id = props.id ?? ownId;
  const [previewing, setPreviewing] = useState(false);
  const mentions = useMentions({ value, onChange, enabled: props.mentions });

  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit?.();
  };

  return (
    <div className={classes.root}>
      <Tabs
        value={previewing ? 1 : 0}
        onChange={(_, tab) => setPreviewing(tab === 1)}
        indicatorColor="primary"
        className={classes.tabs}
        aria-label={t('markdown.tabs')}
      >
        <Tab label={t('markdown.write')} />
        <Tab label={t('markdown.preview')} />
      </Tabs>
      {previewing ? (
        <div className={classes.preview}>
          {value.trim() ? (
            <Prose markdown={value} />
          ) : (
            <Typography color="textSecondary">
              {t('markdown.nothing')}
            </Typography>
          )}
        </div>
      ) : (
        <TextField
          id={id}
          label={label}
          value={value}
          onChange={event => {
            onChange(event.target.value);
            mentions.follow();
          }}
          onKeyDown={onKeyDown}
          onSelect={mentions.follow}
          onBlur={mentions.close}
          placeholder={props.placeholder}
          helperText={helperText ?? t('markdown.help')}
          error={error}
          inputRef={mentions.inputRef}
          inputProps={mentions.inputProps}
          variant="outlined"
          margin="dense"
          fullWidth
          multiline
          minRows={props.minRows ?? 4}
          maxRows={24}
        />
      )}
      <MentionList mentions={mentions} />
    </div>
  );
};
