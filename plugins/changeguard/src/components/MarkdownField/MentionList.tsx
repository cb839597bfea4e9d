import ListItemIcon from '@material-ui/core/ListItemIcon';
import ListItemText from '@material-ui/core/ListItemText';
import MenuItem from '@material-ui/core/MenuItem';
import MenuList from '@material-ui/core/MenuList';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import GroupIcon from '@material-ui/icons/Group';
import PersonIcon from '@material-ui/icons/Person';
import { useEffect } from 'react';
import { useTexts } from '../../hooks/useTexts';
import { HiddenText } from '../HiddenText/HiddenText';
import { Mentions } from './useMentions';

const useStyles = makeStyles(
  theme => ({
    paper: {
      position: 'absolute',
      left: 0,
      right: 0,
      top: '100%',
      maxWidth: 400,
      maxHeight: 280,
      overflowY: 'auto',
      zIndex: theme.zIndex.modal,
    },
    icon: { minWidth: 36 },
  }),
  { name: 'ChangeGuardMentionList' },
);

/** The people and teams that a half-written mention may mean. The focus stays in the text. */
export const MentionList = (props: { mentions: Mentions }) => {
  const { suggestions, active, listId, optionId, choose } = props.mentions;
  const classes = useStyles();
  const t = useTexts();

  const activeId = suggestions.length > 0 ? optionId(active) : '';
  useEffect(() => {
    // Not every environment scrolls.
    document.getElementById(activeId)?.scrollIntoView?.({ block: 'nearest' });
  }, [activeId]);

  return (
    <>
      <HiddenText role="status">
        {suggestions.length > 0 &&
          t('markdown.suggestions', { count: suggestions.length })}
      </HiddenText>
      {suggestions.length > 0 && (
        <Paper elevation={8} className={classes.paper}>
          <MenuList
            dense
            id={listId}
            role="listbox"
            aria-label={t('markdown.suggestionList')}
            tabIndex={-1}
          >
            {suggestions.map((one, index) => (
              <MenuItem
                key={one.entityRef}
                id={optionId(index)}
                role="option"
                tabIndex={-1}
                selected={index === active}
                aria-selected={index === active}
                // Pressing the mouse must not take the focus out of the text.
                onMouseDown={event => event.preventDefault()}
                onClick={() => choose(one.entityRef)}
              >
                <ListItemIcon className={classes.icon}>
                  {one.kind === 'group' ? <GroupIcon /> : <PersonIcon />}
                </ListItemIcon>
                <ListItemText
                  primary={one.title ?? one.name}
                  secondary={one.title ? one.name : undefined}
                  primaryTypographyProps={{ noWrap: true }}
                  secondaryTypographyProps={{ noWrap: true }}
                />
              </MenuItem>
            ))}
          </MenuList>
        </Paper>
      )}
    </>
  );
};
