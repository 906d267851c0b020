/* Settings of Admin. This file takes the place of the vendor's, which sets nothing. */
import { locales, named } from '/assets/camunda/language.js';

export default {
  app: named('Admin', '系统管理'),
  locales,
  customScripts: ['../../../assets/camunda/one-door', '../../../assets/camunda/labels']
};
