"""Makers and makes by name, as ICT tenders write them; in lower case."""

_LISTED = """
nxp mifare hid papercut uniflow equitrac ctouch smartdocuments xential caseware citrix joinsuite flexwhere
abbyy acer adobe amazon amd apple aruba arista asus atlassian avaya aws belkin benq broadcom checkpoint
cisco citrix cloudflare commvault crowdstrike d-link dell dynabook eizo epson ergotron exact fortinet
fujitsu gigabyte google hewlett-packard hikvision hitachi hp hpe huawei ibm iiyama infoblox intel jabra
juniper kaspersky kyocera lenovo lexmark lg logitech mcafee mediatek meraki microsoft mitel msi netapp
netgear nokia nutanix nvidia openai oracle panasonic plantronics proxmox purestorage qualcomm razer ricoh
salesforce samsung sandisk seagate servicenow sophos splunk suse symantec synology tandberg tenable
topdesk toshiba tp-link trellix ubiquiti unify veeam anthropic bitdefender bose databricks deepseek epos
eset jbl mendix mikrotik okta outsystems qlik sennheiser sentinelone sonicwall splashtop teamviewer unit4
visma watchguard viewsonic vmware xerox xiaomi yealink zebra zoho zyxel aoc barco fairphone afas apc
eaton vertiv liebert rittal legrand panduit ruckus brocade zscaler netskope forcepoint barracuda
proofpoint mimecast withsecure f-secure malwarebytes rapid7 qualys solarwinds paessler prtg nagios zabbix
datadog dynatrace grafana cohesity rubrik acronis nakivo ivanti jamf manageengine freshservice zendesk
ultimo planon mongodb snowflake tableau cognos alteryx mulesoft tibco pega thinkwise twinfield youforce
pinkroccade decos exxellence xxllnc roxit djuma esri arcgis autodesk revit solidworks genetec hanwha
dahua paxton nedap promethean prowise ctouch legamaster clevertouch crestron extron biamp shure polycom
dicota targus rapoo hama kingston crucial corsair micron oneplus motorola honeywell datalogic getac
crosscall ahrend vitra gispen steelcase interstuhl sedus lensvelt kinnarps markant hubspot mailchimp
github gitlab bitbucket jenkins moodle itslearning successfactors kpn vodafone odido t-mobile starlink
fortigate fortiswitch catalyst webroot fireeye cyberark beyondtrust sailpoint duo lastpass 1password
keepass bitwarden yubikey nitrokey docusign validsign zivver smartlockr postgresql mysql mariadb
wordpress drupal typo3 sitecore liferay umbraco opentext alfresco corsa hyland sharefile schneider
siemens bosch abb tesla dymo fellowes rexel hsm durable neat owl-labs
"""
MAKES = tuple(_LISTED.split())
