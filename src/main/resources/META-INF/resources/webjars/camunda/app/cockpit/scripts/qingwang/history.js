/*
 * Tabs on a model and on a process that show what happened: Cockpit by itself shows what runs and nothing else.
 */
import { readsChinese } from '/assets/camunda/language.js';
import { show } from '/assets/camunda/sheet.js';

const ADDRESS = '/desk/process-history';

function tab(id, place, english, chinese, priority, address) {
  return {
    id: `qingwang-${id}`,
    pluginPoint: `cockpit.${place}.runtime.tab`,
    priority,
    properties: { label: readsChinese ? chinese : english },
    render(node, params) {
      show(node, address(params));
    }
  };
}

function ofModel(id, english, chinese, priority) {
  const address = ({ processDefinitionId }) => `${ADDRESS}/models/${processDefinitionId}/${id}`;
  return tab(id, 'processDefinition', english, chinese, priority, address);
}

function ofProcess(id, english, chinese, priority) {
  const address = ({ processInstanceId }) => `${ADDRESS}/${processInstanceId}/${id}`;
  return tab(id, 'processInstance', english, chinese, priority, address);
}

export default [
  ofModel('closed', 'Closed', '已结束', -10),
  ofModel('decisions', 'Decisions', '决策记录', -12),
  ofModel('operations', 'Operation log', '操作日志', -13),
  ofProcess('steps', 'History', '历史', -10),
  ofProcess('decisions', 'Decisions', '决策记录', -12),
  ofProcess('operations', 'Operation log', '操作日志', -13)
];
