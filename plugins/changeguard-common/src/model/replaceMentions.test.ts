import { replaceMentions } from './mentions';

describe('replaceMentions', () => {
  it('replaces what mentions somebody and leaves code, mail addresses and punctuation alone', () => {
    expect(
      replaceMentions(
        'Ask @bob. or @group:default/team-a, not `@carol` nor bob@example.com\n```\n@dana\n```\n@eva',
        ref => `<${ref}>`,
      ),
    ).toBe(
      'Ask <user:default/bob>. or <group:default/team-a>, not `@carol` nor bob@example.com\n```\n@dana\n```\n<user:default/eva>',
    );
  });
});
