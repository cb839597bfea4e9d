// @ts-check
/** Stands where one of our packages would be, and adds nothing to the backend. */
const { createBackendFeatureLoader } = require('@backstage/backend-plugin-api');

exports.default = createBackendFeatureLoader({ *loader() {} });
