/* Settings of Cockpit. This file takes the place of the vendor's, which sets nothing. */
import { locales, named } from '/assets/camunda/language.js';

export default {
  app: named('Cockpit', '监控台'),
  locales,
  customScripts: [
    '../../../assets/camunda/one-door',
    '../../../assets/camunda/labels',
    'scripts/qingwang/tasks',
    'scripts/qingwang/campaigns',
    'scripts/qingwang/history',
    'scripts/qingwang/heat',
    'scripts/qingwang/acts'
  ]
};
