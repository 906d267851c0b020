/* Settings of Welcome. This file takes the place of the vendor's, which sets nothing. */
import { locales, named } from '/assets/camunda/language.js';

export default {
  app: named('Welcome', '应用'),
  locales,
  customScripts: ['../../../assets/camunda/one-door', '../../../assets/camunda/labels']
};
