/*
 * Leads from a model and from a process to the page on which processes are held up, moved and migrated: there it is shown
 * first what would be done, a reason is asked, and many are done with one order.
 */
import { readsChinese } from '/assets/camunda/language.js';

const ADDRESS = '/desk/processes';
const LABEL = readsChinese ? '暂停、移动、迁移' : 'Hold up, move, migrate';

function action(id, place, address) {
  return {
    id: `qingwang-${id}`,
    pluginPoint: `cockpit.${place}.runtime.action`,
    priority: -10,
    render(node, params) {
      const link = document.createElement('a');
      const sign = document.createElement('span');
      link.className = 'btn btn-default action-button';
      link.href = address(params);
      link.title = LABEL;
      link.setAttribute('aria-label', LABEL);
      sign.className = 'glyphicon glyphicon-wrench';
      link.append(sign);
      node.append(link);
    }
  };
}

export default [
  action('acts-on-processes', 'processDefinition', ({ processDefinitionId }) => `${ADDRESS}/${processDefinitionId}`),
  action('acts-on-process', 'processInstance', ({ processInstanceId }) => `${ADDRESS}/of/${processInstanceId}`)
];
