export { ExportPage as LeadsExport } from '@/features/leads/ExportPage';
