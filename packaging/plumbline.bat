@echo off
rem Starts Plumbline with Java 25: the one noted at build time, else PLUMBLINE_JAVA (a JDK's folder or its java.exe), JAVA_HOME, the usual folders.
setlocal enableextensions disabledelayedexpansion
for %%h in ("%~dp0..") do set "home=%%~fh"
set "java="
if exist "%home%\lib\java-home" for /f "usebackq delims=" %%j in ("%home%\lib\java-home") do call :try "%%j"
if not defined java if defined PLUMBLINE_JAVA call :try "%PLUMBLINE_JAVA%"
if not defined java if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined java for /d %%j in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do if not defined java call :try "%%~j"
if not defined java (
  echo Plumbline needs Java 25: install a JDK 25 or set PLUMBLINE_JAVA to its folder. 1>&2
  exit /b 2
)
rem ONNX Runtime sends usage data from 1.29 on unless this is set; the program sets it too.
set "ORT_DISABLE_TELEMETRY=1"
"%java%" "-Dplumbline.home=%home%" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED %PLUMBLINE_JAVA_OPTIONS% -cp "%home%\lib\*" dev.plumbline.app.Launcher %*
exit /b %errorlevel%

:try
set "folder=%~1"
if /i "%~nx1"=="java.exe" for %%d in ("%~dp1..") do set "folder=%%~fd"
if exist "%folder%\bin\java.exe" if exist "%folder%\release" findstr /b /c:"JAVA_VERSION=\"25" "%folder%\release" >nul && set "java=%folder%\bin\java.exe"
exit /b 0
