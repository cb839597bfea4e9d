module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  testRules: {
    // These tests are run by Node's own test runner, whose assertions this rule does not know.
    'jest/expect-expect': 'off',
  },
});
