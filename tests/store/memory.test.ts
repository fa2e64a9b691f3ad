import { memoryDocuments } from '../../src/store/memory/documents.ts';
import { memoryMeetingLog } from '../../src/store/memory/meetingLog.ts';
import { describeAllDocuments } from './contract/allDocuments.ts';
import { describeDocuments } from './contract/documents.ts';
import { describeMeetingLog } from './contract/meetingLog.ts';
import { describeWholeLogs } from './contract/wholeLogs.ts';

const openLog = async () => {
  const log = memoryMeetingLog();
  return { log, another: async () => log, close: async () => undefined };
};
const openDocuments = async () => {
  const documents = memoryDocuments();
  return { documents, another: async () => documents, close: async () => undefined };
};

describeMeetingLog('in memory', openLog);
describeWholeLogs('in memory', openLog);
describeDocuments('in memory', openDocuments);
describeAllDocuments('in memory', openDocuments);
