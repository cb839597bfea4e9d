export const preferencesMessages = {
  title: 'What you are told, and how',
  topic: 'Topic',
  inApp: 'In the portal',
  email: 'By mail',
  topics: {
    'breaking-change': 'Breaking changes',
    discussion: 'Discussions',
  },
  help: {
    'breaking-change':
      'A change that affects your teams or that you follow is announced, released, resolved, withdrawn or reopened.',
    discussion:
      'Somebody comments where you take part, mentions you, or answers on a change of your teams.',
  },
  switchLabel: '{{topic}}, {{channel}}',
  mail: 'Send me mail',
  mailHelp:
    'Off: ChangeGuard sends you no mail at all, whatever is chosen above.',
  saved: 'Saved',
  saving: 'Saving…',
  failed: 'Your choice was not stored',
  loading: 'Loading your preferences',
  followTitle: 'Following and muting',
  followWhat:
    'On the ChangeGuard tab of an API, component or database you can follow it, to hear of its changes although your teams are not affected, or mute it, to hear nothing of it although they are. You are never told of what you did yourself.',
} as const;
